import { type DrawDifference, recomputeDraw } from '@app/domain';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { drawDigests } from './draw-digests';

type SpotCheck = components['schemas']['SpotCheck'];

/** 自行验证: the same rule as drew draws again here, from nothing but what is published. */
export function Verify({ check }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const [outcome, setOutcome] = useState<{ readonly difference: DrawDifference | null }>();
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
          description={t('verify.illText', { ...outcome.difference })}
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
        drawn: inOrderOfDraw(check),
      },
      drawDigests,
    );
  } catch (error) {
    return { at: 'population', published: '', recomputed: (error as Error).message };
  }
}

/** As a draw lists them: those of the ratio by stratum and rank, then those of the minimum by organisation and HMAC. */
function inOrderOfDraw({ drawn, population }: SpotCheck): SpotCheck['drawn'] {
  const organisationOf = new Map(population.map(({ branchId, organisationId }) => [branchId, organisationId]));
  const keyOf = ({ branchId, by, stratum, rank, hmac }: SpotCheck['drawn'][number]) =>
    by === 'ratio'
      ? `0\t${stratum}\t${String(rank).padStart(8, '0')}`
      : `1\t${organisationOf.get(branchId) ?? ''}\t${hmac}`;
  return [...drawn].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
