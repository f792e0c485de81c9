/** Where the healthy samples keep what many plants change: kind → path in the bundle. */
export const HEALTH = { 'client-analyzer': 'health.txt' } as const;
export const UNAME = { 'client-analyzer': 'uname.txt' } as const;
export const PS = { 'client-analyzer': 'process_information.txt' } as const;
export const CONNECTIVITY = { 'client-analyzer': 'connectivity_test.txt' } as const;
export const EXCLUSIONS = { 'client-analyzer': 'exclusions.txt' } as const;
export const MOUNT = { 'client-analyzer': 'mount.txt' } as const;
export const DIRECTORIES = { 'client-analyzer': 'mde_directories.txt' } as const;
