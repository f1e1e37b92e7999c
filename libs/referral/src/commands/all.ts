import type { CreatingUseCase, UseCase } from '../use-case';

/** What can be done with a referral, in the order of its life. */
export const useCases: readonly (UseCase | CreatingUseCase)[] = [];
