import { PrinterOutlined } from '@ant-design/icons';
import { useBlocker } from '@tanstack/react-router';
import { Alert, Button, Modal, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Codes } from './codes';

interface CodeSheetProps {
  readonly codes: Codes;
  readonly branchName: string;
  readonly year: number;
  readonly onDone: () => void;
}

/** 测评码, one a slip, to be printed, cut and handed out; whoever leaves is told before that they are not shown again. */
export function CodeSheet({ codes, branchName, year, onDone }: CodeSheetProps) {
  const { t } = useTranslation('branch-ballots');
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    withResolver: true,
  });
  const address = `${location.origin}/vote`;
  const slips = [
    ...codes.members.map((code) => ({ code, group: t('member') })),
    ...codes.masses.map((code) => ({ code, group: t('mass') })),
  ];
  return (
    <section className="code-sheet" aria-labelledby="codes">
      <div className="section-head">
        <h2 id="codes">{t('codes', { count: slips.length })}</h2>
        <span className="buttons">
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button onClick={onDone}>{t('handedOut')}</Button>
        </span>
      </div>
      <Alert type="warning" showIcon title={t('codesOnce')} description={t('codesText')} />
      <ul className="slips">
        {slips.map(({ code, group }) => (
          <li key={code} className="slip">
            <QRCode
              type="svg"
              size={92}
              bordered={false}
              color="#000"
              bgColor="#fff"
              value={`${address}#${code}`}
              aria-label={t('scan')}
            />
            <div>
              <b>{branchName}</b>
              <span>{t('slipTitle', { year, group })}</span>
              <b className="slip-code">{inFours(code)}</b>
              <span className="slip-text">{t('slipText', { address })}</span>
            </div>
          </li>
        ))}
      </ul>
      <Modal
        open={leaving.status === 'blocked'}
        title={t('leaving')}
        okText={t('leave')}
        okButtonProps={{ danger: true }}
        cancelText={t('stay')}
        onOk={leaving.proceed}
        onCancel={leaving.reset}
      >
        <p>{t('leavingText')}</p>
      </Modal>
    </section>
  );
}

/** As people read a code to each other: ABCD EFGH JKMN. */
function inFours(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$& ');
}
