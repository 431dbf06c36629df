import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { answerOrders } from '../../answer-orders.js';
import { DownloadFailure } from '../failure.js';
import { keepPicture } from './file.js';
import { makePicture } from './make.js';
import type { PictureAnswer, PictureOrder, ThreadSetup } from './threads.js';

/** A thread that makes and keeps pictures: answers each order in turn. */
const { root, options } = workerData as ThreadSetup;
// Pictures are many and small: one core each, and nothing worth remembering.
sharp.concurrency(1);
sharp.cache(false);

async function answer({ bytes, name }: PictureOrder): Promise<PictureAnswer> {
  try {
    const made = await makePicture(bytes, options);
    return { kept: keepPicture(root, made.bytes, made.extension, name) };
  } catch (error) {
    if (error instanceof DownloadFailure)
      return { failure: { reason: error.reason, detail: error.detail, more: error.more } };
    return { error: error as Error };
  }
}

answerOrders(parentPort!, answer);
