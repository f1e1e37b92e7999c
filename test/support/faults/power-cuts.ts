import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { mount } from './disk-faults';

const IMAGE_BYTES = 64 * 1024 * 1024;

/** Makes a disk in a file and mounts it while `use` works in its folder. Where that is not possible, says why on stdout and does nothing. */
export const onNewDisk = async (image: string, use: (folder: string) => Promise<void>): Promise<void> => {
  writeFileSync(image, Buffer.alloc(IMAGE_BYTES));
  const { status } = spawnSync('mkfs.ext4', ['-q', '-F', image]);
  const disk = status === 0 ? mount('-o', 'loop', image) : 'mkfs.ext4 is not there';
  if (typeof disk === 'string') {
    process.stdout.write(`Power cuts are left out: ${disk}\n`);
    return;
  }
  try {
    await use(disk.folder);
  } finally {
    disk.unmount();
  }
};

/** Copies a disk that is being written to, and mounts the copy while `use` works in its folder: what a power cut would have left. */
export const afterPowerCut = async (
  image: string,
  copy: string,
  use: (folder: string) => Promise<void>,
): Promise<void> => {
  copyFileSync(image, copy);
  const disk = mount('-o', 'loop', copy);
  if (typeof disk === 'string') throw new Error(disk);
  try {
    await use(disk.folder);
  } finally {
    disk.unmount();
  }
};

/** Resolves when so many of these are fulfilled. */
export const fulfilled = (attempts: readonly Promise<unknown>[], enough: number): Promise<void> =>
  new Promise((resolve) => {
    let done = 0;
    for (const attempt of attempts) void attempt.then(() => ++done === enough && resolve());
  });
