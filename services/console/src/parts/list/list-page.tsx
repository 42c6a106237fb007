import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { useDates } from '../../words/dates';
import { type Batch, type BatchLine, type Batches, useOwnBatches } from '../batches/batch';
import { BatchBar } from '../batches/batch-bar';
import { useChosen } from '../batches/use-chosen';
import { Loaded } from '../loaded';
import { Nothing } from '../nothing';
import { PageHead } from '../page-head';
import { ColumnChooser } from './column-chooser';
import { ExportButton } from './export-button';
import { Filters } from './filters';
import { type LineOf, type ListPath, useLines } from './lines';
import { columnsShown, type List, type ListSearch } from './list';
import { ListTable } from './list-table';
import { PrintButton } from './print-button';
import { ViewMenu } from './view-menu';
import { ViewLeftOut } from './view-left-out';
import { useWriting } from './writing';

interface ListPageProps<P extends ListPath> {
  readonly list: List<P>;
  readonly title: string;
  readonly search: ListSearch;
  /** What can be done with many of its lines at once. */
  readonly batches?: Batches<LineOf<P>>;
  /** Ways to other lists. */
  readonly children?: ReactNode;
}

/** A list as a page: narrowed, ordered and with the columns as its address says, and exported as it is shown. */
export function ListPage<P extends ListPath>({ list, title, search, batches, children }: ListPageProps<P>) {
  const { t } = useTranslation('parts');
  const { time } = useDates();
  const { data: campaign } = useCampaign();
  const campaignId = useCampaignId();
  const navigate = useNavigate();
  const shown = useMemo(() => columnsShown(list.columns, search.columns), [list, search.columns]);
  const asked = Object.fromEntries(list.filters.map(({ name }) => [name, search[name]]));
  const query = { campaignId, ...asked, sort: search.sort };
  const result = useLines(list.path, query);
  const lines = useMemo<readonly LineOf<P>[]>(
    () => result.data?.pages.flatMap(({ items }) => items) ?? [],
    [result.data],
  );
  const writing = useWriting(result.data?.pages);
  const change = (to: ListSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...to }), replace: true });
  const isNarrowed = Object.values(asked).some((value) => value !== undefined);
  const own = useOwnBatches(batches);
  const [chosen, choose] = useChosen();
  const choosing = batches && own.length > 0 ? { chosen, choose, nameOf: batches.nameOf } : undefined;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = result;
  return (
    <div className="list-page">
      <PageHead title={title} note={campaign && t('asOf', { time: time(campaign.clock.now) })}>
        {children}
        <ViewMenu list={list} search={search} />
        <ColumnChooser columns={list.columns} shown={shown} onChange={(columns) => change({ columns })} />
        <ExportButton path={list.path} asked={{ query, fields: shown.flatMap(({ fields }) => fields) }} title={title} />
        <PrintButton result={result} />
      </PageHead>
      <ViewLeftOut list={list} search={search} />
      <Filters filters={list.filters} search={search} names={writing.names} onChange={change} />
      <Loaded query={result} rows={8}>
        {() => (
          <>
            <p className="list-total" role="status">
              {hasNextPage ? t('loaded', { count: lines.length }) : t('total', { count: lines.length })}
              {result.isStale && (
                <Button type="link" size="small" onClick={() => void result.refetch()}>
                  {t('changed')}
                </Button>
              )}
            </p>
            {choosing && (
              <BatchBar
                batches={own as unknown as readonly Batch<BatchLine>[]}
                lines={lines as readonly object[] as readonly BatchLine[]}
                {...{ chosen, names: writing.names, onChoose: choose }}
              />
            )}
            {lines.length === 0 ? (
              <Nothing title={isNarrowed ? t('noneFound') : t('none')} text={isNarrowed ? t('noneFoundText') : ''} />
            ) : (
              <ListTable
                label={title}
                columns={shown}
                lines={lines}
                writing={writing}
                sort={search.sort}
                onSort={(sort) => change({ sort })}
                hasMore={hasNextPage}
                isOld={result.isPlaceholderData}
                onEnd={() => !isFetchingNextPage && void fetchNextPage()}
                {...(choosing && { choosing })}
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
