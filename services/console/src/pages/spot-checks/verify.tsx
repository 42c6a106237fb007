import { DomainError, type DrawDifference, type DrawnBranch, inOrderOfDraw, recomputeDraw } from '@app/domain';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { drawDigests } from './draw-digests';

type SpotCheck = components['schemas']['SpotCheck'];

/** What was published is no draw at all. */
const UNREADABLE = 'unreadable';

/** 自行验证: the same rule as drew draws again here, from nothing but what is published. */
export function Verify({ check }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const [outcome, setOutcome] = useState<{ readonly difference: DrawDifference | null }>();
  const { names } = check;
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
        <Button onClick={() => setOutcome({ difference: drawAgain(check) })}>{t('verify.action')}</Button>
      </p>
      {outcome?.difference === null && (
        <Alert role="status" type="success" showIcon title={t('verify.well', { count: check.drawn.length })} />
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

function drawAgain(check: SpotCheck): DrawDifference | null {
  const { seed, seedHash, populationDigest, ...published } = check;
  try {
    return recomputeDraw(
      {
        ...published,
        seedHex: seed ?? '',
        seedHash: seedHash ?? '',
        populationDigest: populationDigest ?? '',
        drawn: inOrderOfDraw(check.drawn, check.population),
      },
      drawDigests,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { at: UNREADABLE, published: '', recomputed: '' };
  }
}
