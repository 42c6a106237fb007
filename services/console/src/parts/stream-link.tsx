import { STREAM_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../app/keep-campaign';
import type { components } from '../api/schema';
import { may, useMe } from '../app/me';
import { useWords } from '../words/words';

type StreamLine = components['schemas']['StreamLine'];
type Names = components['schemas']['Names'];

interface StreamLinkProps {
  /** By its name. */
  readonly stream: string;
  /** What stands there for whoever may not look at it; the same words where nothing is said. */
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

/** To the record of a run or a register entry, for whoever may look at it. */
export function StreamLink({ stream, otherwise, children }: StreamLinkProps) {
  const { acting } = useMe();
  if (!may('readStreams', acting)) return otherwise === undefined ? children : otherwise;
  return (
    <Link to="/streams/$stream" params={{ stream }} search={keepCampaign}>
      {children}
    </Link>
  );
}

/** What a spot check is called everywhere: its number runs over the campaign, not the year. */
export function useSpotCheckName() {
  const { t } = useTranslation('parts');
  return ({ year, no }: { readonly year: number | null; readonly no: number | null }) => t('spotCheck', { year, no });
}

/** What a stream is the record of, as people call it. */
export function useStreamName(): (line: StreamLine, names: Names) => string {
  const { t } = useTranslation('parts');
  const say = useWords();
  const nameOf = useSpotCheckName();
  return ({ kind, branchId, organisationId, year, no }, names) => {
    if (kind === 'spot-check') return nameOf({ year, no });
    const name = names[branchId ?? organisationId ?? '']?.name;
    return name === undefined ? say(STREAM_WORDS[kind]) : t('stream.ofYear', { name, year });
  };
}

/** The same where a component is asked for. */
export function StreamName({ line, names }: { readonly line: StreamLine; readonly names: Names }) {
  return useStreamName()(line, names);
}
