import { DomainError, type DrawDifference, type DrawnBranch, inOrderOfDraw, recomputeDraw } from '@app/domain';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { ProblemNotice } from '../../parts/problem-notice';
import { drawDigests } from './draw-digests';

type Draw = components['schemas']['Draw'];

/** What was published is no draw at all. */
const UNREADABLE = 'unreadable';

/** 自行验证: the same rule as drew draws again here, from nothing but what is published. */
export function Verify({ id }: Pick<Draw, 'id'>) {
  const { t } = useTranslation('spot-checks');
  const { data, error, isFetching, refetch } = api.useQuery(
    'get',
    '/api/v1/spot-checks/{id}/draw',
    { params: { path: { id } } },
    { enabled: false },
  );
  const [outcome, setOutcome] = useState<{ readonly difference: DrawDifference | null }>();
  const { names = {}, drawn = [] } = data ?? {};
  const drawAgain = async () => {
    const { data: published } = await refetch();
    if (published) setOutcome({ difference: differenceIn(published) });
  };
  const lineOf = (line: DrawnBranch | undefined) =>
    line
      ? t('verify.line', { name: names[line.branchId]?.name, rank: line.rank, way: t(`way.${line.by}`) })
      : t('verify.noLine');
  const differenceOf = ({ at, lines }: DrawDifference) => {
    if (lines) {
      return t('verify.differs.drawn', {
        published: lineOf(lines.published),
        recomputed: lineOf(lines.recomputed),
      });
    }
    const kind = (['seedHash', 'populationDigest'] as const).find((known) => known === at) ?? UNREADABLE;
    return t(`verify.differs.${kind}`);
  };
  return (
    <section className="panel" aria-labelledby="verify">
      <h2 id="verify">{t('verify.title')}</h2>
      <p className="quiet">
        {t('verify.text')} {t('verify.tool')}
      </p>
      <p>
        <Button loading={isFetching} onClick={() => void drawAgain()}>
          {t('verify.action')}
        </Button>
      </p>
      {error && <ProblemNotice error={error} />}
      {outcome?.difference === null && (
        <Alert role="status" type="success" showIcon title={t('verify.well', { count: drawn.length })} />
      )}
      {outcome?.difference && (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={t('verify.ill')}
          description={
            <>
              <p>{differenceOf(outcome.difference)}</p>
              <p>{t('verify.keep')}</p>
            </>
          }
        />
      )}
    </section>
  );
}

function differenceIn(draw: Draw): DrawDifference | null {
  const { seed, seedHash, populationDigest, ...published } = draw;
  try {
    return recomputeDraw(
      {
        ...published,
        seedHex: seed ?? '',
        seedHash: seedHash ?? '',
        populationDigest: populationDigest ?? '',
        drawn: inOrderOfDraw(draw.drawn, draw.population),
      },
      drawDigests,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { at: UNREADABLE, published: '', recomputed: '' };
  }
}
