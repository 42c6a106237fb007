import { CheckCircleOutlined, InboxOutlined } from '@ant-design/icons';

interface NothingProps {
  readonly title: string;
  readonly text?: string;
  /** Nothing to do is good news; nothing found is none. */
  readonly good?: boolean;
}

/** An empty list, and what that means. */
export function Nothing({ title, text, good = false }: NothingProps) {
  return (
    <div className="nothing">
      <span className={good ? 'light-well' : 'quiet'} aria-hidden="true">
        {good ? <CheckCircleOutlined /> : <InboxOutlined />}
      </span>
      <p className="nothing-title">{title}</p>
      {text && <p className="quiet">{text}</p>}
    </div>
  );
}
