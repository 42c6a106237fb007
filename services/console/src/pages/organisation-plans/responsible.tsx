import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { Field } from '../../parts/field';
import { useDates } from '../../words/dates';
import type { PlanBody } from './plan';

interface ResponsibleProps {
  readonly body: PlanBody;
  readonly names: components['schemas']['Names'];
  readonly edit?: (body: PlanBody) => void;
}

/** Who answers for the plan: people of the organisation and its branches, found by name. */
export function Responsible({ body, names, edit }: ResponsibleProps) {
  const { t } = useTranslation('organisation-plans');
  const { comma } = useDates();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const [met, setMet] = useState<Readonly<Record<string, string>>>({});
  const { data, isFetching } = api.useQuery(
    'get',
    '/api/v1/people',
    { params: { query: { limit: 50, ...(q && { q }) } } },
    { enabled: edit !== undefined },
  );
  const nameOf = (id: string) => names[id]?.name ?? met[id] ?? '';
  if (!edit) {
    return (
      <Field id="responsible" label={t('responsible')}>
        <p id="responsible">{body.responsible.map(nameOf).join(comma) || t('nobody')}</p>
      </Field>
    );
  }
  const found = (data?.items ?? []).filter(({ id }) => !body.responsible.includes(id));
  const options = [
    ...body.responsible.map((value) => ({ value, label: nameOf(value) })),
    ...found.map(({ id: value, name, code }) => ({ value, label: name, title: code })),
  ];
  const choose = (responsible: string[]) => {
    const fresh = found.filter(({ id }) => responsible.includes(id)).map(({ id, name }) => [id, name] as const);
    setMet({ ...met, ...Object.fromEntries(fresh) });
    setTyped('');
    edit({ ...body, responsible });
  };
  return (
    <Field id="responsible" label={t('responsible')}>
      <Select
        id="responsible"
        mode="multiple"
        maxCount={50}
        placeholder={t('responsibleHint')}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        loading={isFetching}
        value={body.responsible}
        options={options}
        onChange={choose}
      />
    </Field>
  );
}
