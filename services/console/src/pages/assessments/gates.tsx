import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { evaluateGates, type GateName, type Programme, type SheetScore } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import { may, useMe } from '../../app/me';
import { useLanguage } from '../../app/preferences';
import { api } from '../../client';
import { ballotAddress } from '../../parts/command-places';
import { Loaded } from '../../parts/loaded';

interface GatesProps {
  readonly runId: string;
  readonly programme: Programme;
  /** Null of a sheet that nobody has begun. */
  readonly score: SheetScore | null;
}

/** The gates as they stand, that of the score as it stands with what is typed. */
export function Gates({ runId, programme, score }: GatesProps) {
  const { t } = useTranslation('assessments');
  const [language] = useLanguage();
  const { acting } = useMe();
  const mayBallot = may('readBallotBox', acting);
  const query = api.useQuery('get', '/api/v1/branch-runs/{id}/readiness', { params: { path: { id: runId } } });
  const live = evaluateGates(scoreGateOf(programme), { ...NO_FACTS, superiorScore: score && score.total });
  return (
    <section className="panel" aria-labelledby="gates">
      <h2 id="gates">{t('gates')}</h2>
      <Loaded query={query}>
        {({ gates }) => (
          <ul className="gates">
            {gates
              .map((gate) => live.find((one) => one.gate === gate.gate) ?? gate)
              .map(({ gate, satisfied, refuses, message, messageEn }) => (
                <li key={gate} className={satisfied ? 'light-well' : refuses ? 'light-late' : 'light-near'}>
                  {satisfied ? <CheckCircleOutlined /> : refuses ? <CloseCircleOutlined /> : <WarningOutlined />}{' '}
                  <span>{satisfied ? t('gate.passed') : refuses ? t('gate.refuses') : t('gate.warns')}</span>
                  <span className="gate-words">{language === 'zh' ? message : messageEn}</span>
                  {gate === ('ballot-held' satisfies GateName) && mayBallot && (
                    <Link to={ballotAddress(runId)} search={keepCampaign}>
                      {t('gate.ballot')}
                    </Link>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

/** Only the gate that the sheet itself decides is asked here. */
function scoreGateOf({ assessment }: Programme): Pick<Programme, 'assessment'> {
  return { assessment: { ...assessment, gates: assessment.gates.filter(({ name }) => name === 'superior-score') } };
}

const NO_FACTS = {
  selfApplied: false,
  ballot: null,
  openFalsification: 0,
  assessors: [],
  openMandatoryProblems: 0,
  openOtherVetoes: 0,
  published: false,
};
