import type { CivilDate } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useKept } from '../../app/use-kept';
import { api } from '../../client';
import { DateField } from '../../parts/date-field';
import { faultOf, ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';

interface RecordProps {
  readonly publication: components['schemas']['Publication'];
  /** Of the programme's time. */
  readonly today: CivilDate;
}

interface Typed {
  readonly documentNumber: string;
  readonly decidedOn: CivilDate;
}

/** What the paper says, for one published list: its number and its date. */
export function RecordRecognition({ publication: { id, year, endsOn }, today }: RecordProps) {
  const { t } = useTranslation('recognitions');
  const { date } = useDates();
  const cache = useQueryClient();
  const [kept, keep, forget] = useKept<Partial<Typed>>(`recognition.${id}`, {});
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/recognitions', {
    onSuccess: () => {
      forget();
      return cache.invalidateQueries();
    },
  });
  const faultAt = (pointer: string) => {
    const help = faultOf(error, pointer);
    return help ? { validateStatus: 'error' as const, help } : {};
  };
  return (
    <section className="panel" aria-label={t('record')}>
      <h2>{t('ofPublication', { year, date: date(endsOn) })}</h2>
      {today <= endsOn && <p className="notice">{t('notOver', { date: date(endsOn) })}</p>}
      {error && <ProblemNotice error={error} />}
      <Form<Typed>
        layout="inline"
        requiredMark={false}
        initialValues={{ decidedOn: today, ...kept }}
        onValuesChange={(_, typed) => keep(typed)}
        onFinish={(typed) => mutate({ body: { publicationId: id, ...typed } })}
      >
        <Form.Item
          name="documentNumber"
          label={t('documentNumber')}
          rules={[{ required: true, whitespace: true, message: t('documentNumberMissing') }]}
          {...faultAt('/documentNumber')}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="decidedOn"
          label={t('decidedOn')}
          rules={[{ required: true, message: t('decidedOnMissing') }]}
          {...faultAt('/decidedOn')}
        >
          <DateField />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('record')}
        </Button>
      </Form>
    </section>
  );
}
