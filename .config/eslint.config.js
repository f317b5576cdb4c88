import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/test-output/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels.' },
        {
          selector: "MemberExpression[object.property.name='env'][property.name='NODE_ENV']",
          message: 'Never branch on test mode.',
        },
      ],
    },
  },
  {
    // Tables of facts are long and are data.
    files: ['src/**/tables/**', 'src/sandbox/people/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Tool settings and entry points that a tool loads by default export.
    files: ['.config/*.ts', 'test/closing-line.ts', '.config/*.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['.config/*.js', 'src/web/**/*.js'], ...tseslint.configs.disableTypeChecked },
);
