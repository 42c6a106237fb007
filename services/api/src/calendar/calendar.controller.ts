import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { DataSource } from 'typeorm';
import { calendarOf, knownYears, namedDays } from '@app/persistence';
import { Read } from '../edge/decorators';
import { yearQuery } from '../edge/lists.dto';

const calendarDto = z
  .object({
    year: z.int(),
    known: z.boolean(),
    days: z.array(
      z
        .object({
          date: z.string(),
          kind: z.enum(['holiday', 'workday', 'ordinary']),
          name: z.string(),
          notice: z.string(),
          dated: z.string().nullable(),
        })
        .meta({ id: 'CalendarDay' }),
    ),
  })
  .meta({
    id: 'CalendarYear',
    description:
      'the days that notices name, each as the last says; known: the notices arrange every festival of the year',
  });

/** The workday calendar: the days off and make-up workdays of a year, each with its notice. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(':year')
  @Read('readCalendar', calendarDto)
  async read(@Param('year', { schema: yearQuery }) year: number) {
    const { manager } = this.dataSource;
    const [calendar, days] = await Promise.all([calendarOf(manager), namedDays(manager)]);
    return {
      year,
      known: knownYears(calendar).includes(year),
      days: days
        .filter(({ date }) => date.startsWith(`${year}-`))
        .map(({ notice: { number, dated }, ...day }) => ({ ...day, notice: number, dated })),
    };
  }
}
