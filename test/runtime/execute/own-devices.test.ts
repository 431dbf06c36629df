import { describe, expect, it } from 'vitest';
import { checkDevices, devicesOf, keepFirstDevice, peerGpus } from '../../../runtime/execute/own-devices.js';
import { provenance } from '../../../runtime/store/provenance.js';

const origin = { command: [], experiment: 'toy', file: 'toy.yaml', git: null };
const on = (devices?: number) =>
  ({ locals: devices === undefined ? {} : { devices } }) as unknown as Parameters<typeof keepFirstDevice>[0];

describe('the devices of a training', () => {
  it('are one where nothing is said, and its environment stays', async () => {
    const environment = { CUDA_VISIBLE_DEVICES: '0,1' };
    await keepFirstDevice(on(), environment);
    expect(environment).toEqual({ CUDA_VISIBLE_DEVICES: '0,1' });
    expect([devicesOf(on()), devicesOf(on(3))]).toEqual([1, 3]);
    expect(peerGpus({})).toEqual([]);
  });

  it('are one GPU for its process, and one for each of the others', async () => {
    const environment: NodeJS.ProcessEnv = { CUDA_VISIBLE_DEVICES: 'GPU-a,GPU-b,GPU-c,GPU-d' };
    await keepFirstDevice(on(3), environment);
    expect(environment['CUDA_VISIBLE_DEVICES']).toBe('GPU-a');
    expect(peerGpus(environment)).toEqual(['GPU-b', 'GPU-c']);
    expect(provenance(origin, environment)).toMatchObject({ device: 'gpu GPU-a,GPU-b,GPU-c', devices: 3 });
  });

  it('are processes where there is no GPU', async () => {
    const environment: NodeJS.ProcessEnv = { CUDA_VISIBLE_DEVICES: '' };
    await keepFirstDevice(on(3), environment);
    expect(environment['CUDA_VISIBLE_DEVICES']).toBe('');
    expect(peerGpus(environment)).toEqual(['', '']);
    expect(provenance(origin, environment)).toMatchObject({ device: 'cpu', devices: 3 });
    expect(provenance(origin, {})).not.toHaveProperty('devices');
  });

  it('must be there', async () => {
    const few = keepFirstDevice(on(3), { CUDA_VISIBLE_DEVICES: '0' });
    await expect(few).rejects.toMatchObject({
      code: 'EXPC605',
      message: 'the training is spread over 3 devices, and its process sees one GPU',
    });
  });

  it('are not more than the GPUs of a run', () => {
    const stage = { ...on(3), id: 'pretrain-1' };
    expect(() => checkDevices([stage], ['a', 'b'])).toThrow(
      'pretrain-1 is spread over 3 devices, and there are 2 GPUs',
    );
    checkDevices([stage], ['a', 'b', 'c']);
    checkDevices([stage], []);
  });
});
