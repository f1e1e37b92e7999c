import { Inject, Injectable } from '@nestjs/common';
import { type AbsenceEntry, isAbsent } from '@referral/projections';
import { ReadModels } from '@referral/read-models';

/** As many absent people as are told apart. */
const MOST = 500;

/** Who of those who work on referrals is away. */
@Injectable()
export class AbsentStaff {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  /** User ids of a tenant's people who are away at an instant (UTC with milliseconds). */
  async at(tenantId: string, now: string): Promise<readonly string[]> {
    const { items } = await this.readModels.page<AbsenceEntry>({
      projection: 'absences',
      tenantId,
      filter: { path: 'absentUntil', is: 'after', value: now },
      sort: [{ path: 'absentUntil', order: 'ascending' }],
      limit: MOST,
    });
    return items.filter((entry) => isAbsent(entry, now)).map(({ userId }) => userId);
  }
}
