import { COMMAND_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../app/keep-campaign';
import { useWords } from '../words/words';
import { isReturn } from './return-dialog';
import './run.css';

interface CommandBarProps {
  /** What is allowed, and has a way to be given. */
  readonly commands: readonly string[];
  /** Of these, what is taken by now only as a late entry. */
  readonly late?: readonly string[];
  /** What the run waits for. */
  readonly first: string | null;
  /** The page of a command that needs one. */
  readonly pageOf: (command: string) => string | null;
  readonly onGive: (command: string) => void;
}

/** What may be done now: a link to its page, or a button that opens its dialog; what sends back or ends stands last. */
export function CommandBar({ commands, late = [], first, pageOf, onGive }: CommandBarProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  if (commands.length === 0) return null;
  const rank = (name: string) => (name === first ? 0 : isReturn(name) ? 2 : name === 'dissolveBranch' ? 3 : 1);
  const ordered = [...commands].sort((a, b) => rank(a) - rank(b));
  return (
    <div className="commands" role="group" aria-label={t('commands')}>
      {ordered.map((name) => {
        const page = pageOf(name);
        const what = say(COMMAND_WORDS[name]);
        const words = late.includes(name) ? t('late.command', { what }) : what;
        const look = { type: name === first ? 'primary' : 'default', danger: rank(name) === 3 } as const;
        return page === null ? (
          <Button key={name} {...look} onClick={() => onGive(name)}>
            {words}
          </Button>
        ) : (
          <Link key={name} to={page} search={keepCampaign} className="command-link" data-first={name === first}>
            {words}
          </Link>
        );
      })}
    </div>
  );
}
