/** The three sources that the invented people have records at. */
export type SandboxSourceName = 'gp' | 'hospital' | 'specialist';
