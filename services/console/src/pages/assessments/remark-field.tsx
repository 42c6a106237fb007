import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SheetBody } from './sheet';

interface RemarkFieldProps {
  readonly body: SheetBody;
  readonly edit?: (body: SheetBody) => void;
}

/** What is said of the sheet as a whole. */
export function RemarkField({ body, edit }: RemarkFieldProps) {
  const { t } = useTranslation('assessments');
  return (
    <section className="panel field">
      <label htmlFor="remark">{t('remark')}</label>
      {edit ? (
        <Input.TextArea
          id="remark"
          value={body.remark ?? ''}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          onChange={({ target }) => edit({ ...body, remark: target.value })}
        />
      ) : (
        <p id="remark">{body.remark || t('noRemark')}</p>
      )}
    </section>
  );
}
