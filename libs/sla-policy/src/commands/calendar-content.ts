import { ArrayUnique, IsInt, IsTimeZone, Max, Min, ValidateBy, type ValidationArguments } from 'class-validator';
import { IsCalendarDate, IsList, IsText, IsTimeOfDay, isTimeOfDay, VersionBody } from '@referral/values';

const opensAtOf = (context?: ValidationArguments): unknown =>
  context && (context.object as Partial<CalendarContent>).opensAt;

/** Later on the clock than the opening; silent while that is no time, which its own check tells. */
const IsAfterOpening = (): PropertyDecorator =>
  ValidateBy({
    name: 'isAfterOpening',
    validator: {
      validate: (value, context) => {
        const opensAt = opensAtOf(context);
        return typeof value !== 'string' || !isTimeOfDay(opensAt) || value > opensAt;
      },
      defaultMessage: () => '$property must be later than opensAt',
    },
  });

/** What a command says that publishes a version of a calendar: the whole calendar. */
export abstract class CalendarContent extends VersionBody {
  readonly calendarId!: string;
  @IsText(64) @IsTimeZone() readonly timeZone!: string;
  @IsList(7, 1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  readonly workDays!: readonly number[];
  @IsTimeOfDay() readonly opensAt!: string;
  @IsTimeOfDay({ orEnd: true }) @IsAfterOpening() readonly closesAt!: string;
  @IsList(1000) @ArrayUnique() @IsCalendarDate({ each: true }) readonly holidays!: readonly string[];
}
