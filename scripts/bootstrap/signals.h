// Included before the addon's sources: TensorFlow runs with signals blocked.
//
// oneDNN's float32 matrix products (jit_avx_gemm_f32, jit_avx512_common_gemm_f32; every release before the one with
// github.com/uxlfoundation/oneDNN/pull/4855, so also TensorFlow 2.20) point the stack pointer into a heap buffer while
// they run. A signal delivered to such a thread lets the kernel and the handler write below that buffer: the heap is
// corrupted, and the process dies at some later free ("corrupted size vs. prev_size"). Any handler will do: the one that
// asks a training to write a checkpoint, or the one of Node's profiler. So a thread takes no signal while it is inside
// TensorFlow, nor do TensorFlow's own threads, which inherit the mask of the thread that starts them. A signal to the
// process goes to one of Node's other threads meanwhile, or waits for the end of the call.
#pragma once

#include <pthread.h>
#include <signal.h>

#include <initializer_list>

#if __has_include("tensorflow/c/eager/c_api.h")
#include "tensorflow/c/c_api.h"
#include "tensorflow/c/eager/c_api.h"
#endif

namespace expc {

/** Blocks the signals that come from outside, for its lifetime, in its thread; faults of the thread itself stay. */
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t blocked;
    sigfillset(&blocked);
    for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS}) sigdelset(&blocked, fault);
    pthread_sigmask(SIG_SETMASK, &blocked, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked &) = delete;
  SignalsBlocked &operator=(const SignalsBlocked &) = delete;

 private:
  sigset_t before_;
};

}  // namespace expc

// All that computes, waits for what computes, or starts threads. A macro is not expanded within itself, and the guard
// lives until the end of the expression.
#define EXPC_BLOCKED(call) (static_cast<void>(expc::SignalsBlocked()), call)
#define TFE_NewContext(...) EXPC_BLOCKED(TFE_NewContext(__VA_ARGS__))
#define TFE_DeleteContext(...) EXPC_BLOCKED(TFE_DeleteContext(__VA_ARGS__))
#define TFE_Execute(...) EXPC_BLOCKED(TFE_Execute(__VA_ARGS__))
#define TFE_TensorHandleCopyToDevice(...) EXPC_BLOCKED(TFE_TensorHandleCopyToDevice(__VA_ARGS__))
#define TFE_TensorHandleResolve(...) EXPC_BLOCKED(TFE_TensorHandleResolve(__VA_ARGS__))
#define TFE_DeleteTensorHandle(...) EXPC_BLOCKED(TFE_DeleteTensorHandle(__VA_ARGS__))
#define TF_LoadSessionFromSavedModel(...) EXPC_BLOCKED(TF_LoadSessionFromSavedModel(__VA_ARGS__))
#define TF_SessionRun(...) EXPC_BLOCKED(TF_SessionRun(__VA_ARGS__))
#define TF_DeleteSession(...) EXPC_BLOCKED(TF_DeleteSession(__VA_ARGS__))
