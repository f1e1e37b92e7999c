import { idPattern } from './is-id';

/** What class-validator keeps of one decorated property, as far as a converter needs it. */
interface Check {
  readonly constraints?: readonly unknown[];
}

/** JSON schema of the checks that this library adds; give it to class-validator-jsonschema as `additionalConverters`. */
export const jsonSchemaConverters = {
  isInstant: { type: 'string', format: 'date-time' },
  isCalendarDate: { type: 'string', format: 'date' },
  isDateOrInstant: {
    anyOf: [
      { type: 'string', format: 'date' },
      { type: 'string', format: 'date-time' },
    ],
  },
  isId: { type: 'string', minLength: 1, maxLength: 128, pattern: idPattern },
  isText: (check: Check) => ({ type: 'string', minLength: 1, maxLength: Number(check.constraints?.[0]) }),
  isBooleanOrNull: { type: 'boolean', nullable: true },
  isAfter: {},
} as const;
