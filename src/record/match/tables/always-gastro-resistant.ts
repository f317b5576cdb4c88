/** Medicines whose solid oral products are all gastro-resistant, so that leaving the word out is no difference. */
export const ALWAYS_GASTRO_RESISTANT: ReadonlySet<string> = new Set([
  'dexlansoprazole',
  'duloxetine',
  'esomeprazole',
  'lansoprazole',
  'omeprazole',
  'pancreatin',
  'pantoprazole',
  'rabeprazole',
]);
