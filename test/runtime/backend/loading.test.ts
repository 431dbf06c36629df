import { describe, expect, it } from 'vitest';
import { BackendError } from '../../../runtime/backend/failure.js';
import { loadTensorflow, restoreUtil, setDefaults } from '../../../runtime/backend/loading.js';

describe('restoreUtil', () => {
  it('puts back what Node 23 removed', () => {
    const util: Record<string, unknown> = {};
    restoreUtil(util);
    const isNullOrUndefined = util.isNullOrUndefined as (value: unknown) => boolean;
    const isArray = util.isArray as (value: unknown) => boolean;
    expect([null, undefined, 0, '', false].map(isNullOrUndefined)).toEqual([true, true, false, false, false]);
    expect([[], new Float32Array(1), 'a'].map(isArray)).toEqual([true, false, false]);
  });

  it("keeps Node's own where it is there", () => {
    const own = () => false;
    const util = { isArray: own };
    restoreUtil(util);
    expect(util.isArray).toBe(own);
  });
});

describe('setDefaults', () => {
  it('silences TensorFlow and asks for its fast kernels, unless the environment says otherwise', () => {
    const plain: Record<string, string | undefined> = {};
    setDefaults(plain);
    expect(plain).toEqual({
      TF_CPP_MIN_LOG_LEVEL: '2',
      TF_ENABLE_ONEDNN_OPTS: '1',
      TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    });
    const own = { TF_CPP_MIN_LOG_LEVEL: '0', TF_ENABLE_ONEDNN_OPTS: '0', TF_FORCE_GPU_ALLOW_GROWTH: 'false' };
    const given = { ...own };
    setDefaults(given);
    expect(given).toEqual(own);
  });
});

describe('loadTensorflow', () => {
  it.each([
    [
      'the package is not installed',
      "Cannot find module '@tensorflow/tfjs-node-gpu'\nRequire stack:\n- x.js",
    ],
    ['the addon is not compiled', 'The Node.js native addon module (tfjs_binding.node) can not be found'],
    ['a library is gone', 'libtensorflow_cc.so.2: cannot open shared object file: No such file or directory'],
  ])('says how to mend it when %s', (_, message) => {
    const require = (id: string): unknown => {
      if (id === 'node:util') return {};
      throw new Error(message);
    };
    let caught: unknown;
    try {
      loadTensorflow(require);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(BackendError);
    const failure = caught as BackendError;
    expect(failure.hint).toBe('run: npm run bootstrap');
    expect(failure.message).toContain(message.split('\n')[0]);
    expect(failure.message).not.toContain('\n');
    expect(failure.cause).toBeInstanceOf(Error);
  });
});
