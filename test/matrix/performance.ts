import type { Plant } from './plants.ts';

export const performancePlants: readonly Plant[] = [];
