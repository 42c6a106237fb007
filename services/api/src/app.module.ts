import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock, type Config, type Logger } from '@app/platform';
import { AccountsController } from './accounts/accounts.controller';
import { AreasController } from './areas/areas.controller';
import { AssessmentsController } from './assessments/assessments.controller';
import { BallotBoxesController } from './ballot-boxes/ballot-boxes.controller';
import { BranchPlansController } from './branch-plans/branch-plans.controller';
import { BranchRunViews } from './branch-runs/branch-run-views';
import { BranchRunsController } from './branch-runs/branch-runs.controller';
import { BranchesController } from './branches/branches.controller';
import { Changes } from './campaigns/changes';
import { ChangesController } from './campaigns/changes.controller';
import { CalendarFeedsController } from './calendar-feeds/calendar-feeds.controller';
import { CalendarController } from './calendar/calendar.controller';
import { CampaignsController } from './campaigns/campaigns.controller';
import { ConclusionsController } from './conclusions/conclusions.controller';
import { DecisionsController } from './decisions/decisions.controller';
import { DocumentsController } from './documents/documents.controller';
import { FilingsController } from './filings/filings.controller';
import { HealthController } from './health/health.controller';
import { methodsByPath } from './edge/allowed-methods';
import { Engine } from './edge/engine';
import { EtagInterceptor } from './edge/etag';
import { EdgeModule } from './edge/edge.module';
import { KeyedAnswers } from './edge/keys/keyed-answers.interceptor';
import { ListInterceptor } from './edge/list.interceptor';
import { ProblemFilter } from './edge/problem.filter';
import { routesOf } from './edge/routes';
import { LOGGER } from './process/run-watch';
import { SessionGuard } from './edge/session.guard';
import { ValidationPipe } from './edge/input/validation.pipe';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { CalendarFeed } from './me/calendar-feed.service';
import { MailAddress, SENDS_MAIL } from './me/mail-address.service';
import { MeController } from './me/me.controller';
import { MetricsController } from './metrics/metrics.controller';
import { OrganisationPlansController } from './organisation-plans/organisation-plans.controller';
import { OrganisationRunsController } from './organisation-runs/organisation-runs.controller';
import { PeopleController } from './people/people.controller';
import { ProblemsController } from './problems/problems.controller';
import { Problems } from './problems/problems.service';
import { PublicationsController } from './publications/publications.controller';
import { RechecksController } from './rechecks/rechecks.controller';
import { RecognitionsController } from './recognitions/recognitions.controller';
import { RemarksController } from './remarks/remarks.controller';
import { ReviewsController } from './reviews/reviews.controller';
import { RoundsController } from './rounds/rounds.controller';
import { SessionsController } from './sessions/sessions.controller';
import { SpotChecksController } from './spot-checks/spot-checks.controller';
import { DeadlinesController } from './deadlines/deadlines.controller';
import { GrantsController } from './grants/grants.controller';
import { LateEntriesController } from './late-entries/late-entries.controller';
import { NoticesController } from './notices/notices.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { ProgrammesController } from './programmes/programmes.controller';
import { RefusalsController } from './refusals/refusals.controller';
import { SlipsController } from './slips/slips.controller';
import { Slips } from './slips/slips.service';
import { StreamsController } from './streams/streams.controller';
import { SurveysController } from './surveys/surveys.controller';
import { SystemController } from './system/system.controller';
import { TaskQueues } from './system/task-queues';
import { VerificationsController } from './verifications/verifications.controller';
import { Verifications } from './verifications/verifications.service';
import { ViewsController } from './views/views.controller';
import { LIST_QUERIES, listQueriesOf } from './views/list-queries';
import { Views } from './views/views.service';

/** Every resource, one controller each. */
export const CONTROLLERS = [
  AccountsController,
  AreasController,
  AssessmentsController,
  BallotBoxesController,
  BranchPlansController,
  BranchRunsController,
  BranchesController,
  CalendarController,
  CalendarFeedsController,
  CampaignsController,
  ChangesController,
  ConclusionsController,
  DecisionsController,
  DocumentsController,
  FilingsController,
  HealthController,
  MeController,
  MetricsController,
  OrganisationPlansController,
  OrganisationRunsController,
  PeopleController,
  ProblemsController,
  ProgrammesController,
  PublicationsController,
  RechecksController,
  RecognitionsController,
  RemarksController,
  ReviewsController,
  RoundsController,
  SessionsController,
  SpotChecksController,
  SurveysController,
  SystemController,
  DeadlinesController,
  DeliveriesController,
  GrantsController,
  LateEntriesController,
  NoticesController,
  OrganisationsController,
  RefusalsController,
  SlipsController,
  StreamsController,
  VerificationsController,
  ViewsController,
] as const;

/** What the API works on. */
export interface ApiWorld {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly config: Pick<Config, 'temporalAddress' | 'temporalNamespace'> &
    Partial<Pick<Config, 'csvRowLimit' | 'mail'>>;
  readonly logger: Logger;
}

@Global()
@Module({})
class WorldModule {}

/** Every resource behind one guard, one pipe, one filter. */
@Module({})
export class AppModule {
  static on({ dataSource, clock, config, logger }: ApiWorld): DynamicModule {
    const providers = [
      { provide: DataSource, useValue: dataSource },
      { provide: Clock, useValue: clock },
      { provide: Engine, useValue: new Engine(config) },
      { provide: LOGGER, useValue: logger },
    ];
    return {
      module: AppModule,
      imports: [{ module: WorldModule, providers, exports: providers.map(({ provide }) => provide) }, EdgeModule],
      controllers: [...CONTROLLERS],
      providers: [
        BranchRunViews,
        CalendarFeed,
        MailAddress,
        { provide: SENDS_MAIL, useValue: Boolean(config.mail) },
        Changes,
        Problems,
        Slips,
        Verifications,
        Views,
        { provide: LIST_QUERIES, useValue: listQueriesOf(routesOf(CONTROLLERS)) },
        TaskQueues,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        {
          provide: APP_INTERCEPTOR,
          useFactory: (reflector: Reflector) =>
            new ListInterceptor({ dataSource, reflector, logger, csvRowLimit: config.csvRowLimit }),
          inject: [Reflector],
        },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: KeyedAnswers },
        { provide: APP_FILTER, useValue: new ProblemFilter(logger, methodsByPath(routesOf(CONTROLLERS))) },
      ],
    };
  }
}
