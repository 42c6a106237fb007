import { type DynamicModule, Module } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import type { Clock } from '@app/platform';
import { BranchRunActivities } from './branch-run.activities';
import { CampaignActivities } from './campaign.activities';
import { CLOCK } from './clock';
import { DroppedSignalActivities } from './dropped-signal.activities';
import { ENGINE, ErrandActivities } from './errand.activities';
import { KeeperActivities } from './keeper.activities';
import { OrganisationRunActivities } from './organisation-run.activities';
import { SpotCheckActivities } from './spot-check.activities';

/** Local writes, one class per noun: they run in the workflow worker itself. */
export const LOCAL_WRITES = [
  BranchRunActivities,
  OrganisationRunActivities,
  CampaignActivities,
  SpotCheckActivities,
  KeeperActivities,
  DroppedSignalActivities,
] as const;

/** The world as the activities see it. */
export interface ActivityWorld {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly engine: Client;
}

/** Every activity with the database, the clock and the engine it works on. */
@Module({})
export class ActivitiesModule {
  static on({ dataSource, clock, engine }: ActivityWorld): DynamicModule {
    return {
      module: ActivitiesModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: CLOCK, useValue: clock },
        { provide: ENGINE, useValue: engine },
        ...LOCAL_WRITES,
        ErrandActivities,
      ],
      exports: [...LOCAL_WRITES, ErrandActivities],
    };
  }
}

/** The activities of an instance by name, bound, as the worker registers them. */
export function activitiesOf(...instances: readonly object[]): Record<string, (...args: never[]) => Promise<unknown>> {
  const named: Record<string, (...args: never[]) => Promise<unknown>> = {};
  for (const instance of instances) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => Promise<unknown>>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (name !== 'constructor' && PUBLIC_NAMES.has(name)) named[name] = prototype[name].bind(instance);
    }
  }
  return named;
}

/** Names that workflows call; private methods of a class are no activities. */
const PUBLIC_NAMES = new Set([
  'writeBranchRun',
  'writeOrganisationRun',
  'writeCampaign',
  'writeSpotCheck',
  'actOnDeadlines',
  'tell',
  'tellRun',
  'noteDropped',
  'catchUp',
  'makeDigests',
]);
