import type { Plant } from './plants.ts';

export const bundlePlants: readonly Plant[] = [];
