import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Clock, chance and identity come in through commands and ports, so that every decision can be replayed. */
const impure = [
  { object: 'Date', property: 'now', message: 'Time arrives inside the command or event.' },
  { object: 'Math', property: 'random', message: 'Chance is drawn outside and arrives inside the command.' },
  { object: 'crypto', property: 'randomUUID', message: 'Ids arrive inside the command.' },
  { object: 'performance', property: 'now', message: 'Time arrives inside the command or event.' },
];

const impureSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time arrives inside the command or event.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time arrives inside the command or event.' },
  { selector: 'AwaitExpression', message: 'Decisions and projections are synchronous.' },
];

const constraints = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:composition', onlyDependOnLibsWithTags: ['type:domain', 'type:kernel'] },
  { sourceTag: 'type:process', onlyDependOnLibsWithTags: ['type:composition', 'type:domain', 'type:kernel'] },
  {
    sourceTag: 'type:projection',
    onlyDependOnLibsWithTags: ['type:composition', 'type:process', 'type:domain', 'type:kernel'],
  },
  { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:domain', 'type:kernel'] },
  { sourceTag: 'type:server', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:domain',
      'type:composition',
      'type:process',
      'type:projection',
      'type:adapter',
      'type:server',
    ],
  },
  { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['*'] },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, prettier],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: constraints,
          // Specs of adapters start servers with test/support, and whole-system tests use the adapters.
          ignoredCircularDependencies: [['test', '*']],
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // libraries type their options as classes
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }],
    },
  },
  {
    files: [
      'libs/eventsourcing/src/**/*.ts',
      'libs/values/src/**/*.ts',
      'libs/referral/src/**/*.ts',
      'libs/intake/src/**/*.ts',
      'libs/authorization/src/**/*.ts',
      'libs/sla-policy/src/**/*.ts',
      'libs/clocks/src/**/*.ts',
      'libs/directory/src/**/*.ts',
      'libs/staff/src/**/*.ts',
      'libs/patient/src/**/*.ts',
      'libs/complaint/src/**/*.ts',
      'libs/processes/src/**/*.ts',
      'projections/**/*.ts',
    ],
    ignores: ['**/*.spec.ts', '**/testing/**', '**/testing.ts'],
    rules: {
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        ...impureSyntax,
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(node:|@nestjs/|mongodb$|bson$|@eventstore/|rxjs)', message: 'Pure code knows no platform.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.e2e.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // matchers and parsed JSON are untyped
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.base, prettier],
    rules: { 'no-undef': 'off' },
  },
);
