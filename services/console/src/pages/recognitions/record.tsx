import type { CivilDate } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { faultOf, ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';

interface RecordProps {
  readonly publication: components['schemas']['Publication'];
  /** Of the programme's time. */
  readonly today: CivilDate;
}

interface Typed {
  readonly documentNumber: string;
  readonly decidedOn: Dayjs;
}

/** What the paper says, for one published list: its number and its date. */
export function RecordRecognition({ publication: { id, year, endsOn }, today }: RecordProps) {
  const { t } = useTranslation('recognitions');
  const { date } = useDates();
  const cache = useQueryClient();
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/recognitions', {
    onSuccess: () => cache.invalidateQueries(),
  });
  const faultAt = (pointer: string) => {
    const help = faultOf(error, pointer);
    return help ? { validateStatus: 'error' as const, help } : {};
  };
  return (
    <section className="panel" aria-label={t('record')}>
      <h2>{t('ofPublication', { year, date: date(endsOn) })}</h2>
      {today <= endsOn ? (
        <p>{t('notOver', { date: date(endsOn) })}</p>
      ) : (
        <>
          {error && <ProblemNotice error={error} />}
          <Form<Typed>
            layout="inline"
            requiredMark={false}
            initialValues={{ decidedOn: dayjs(today) }}
            onFinish={({ documentNumber, decidedOn }) =>
              mutate({
                body: { publicationId: id, documentNumber, decidedOn: decidedOn.format('YYYY-MM-DD') },
              })
            }
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
              <DatePicker format={[t('dateFormat'), 'YYYY-MM-DD']} allowClear={false} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={isPending}>
              {t('record')}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}
