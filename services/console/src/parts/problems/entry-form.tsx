import type { DimensionDefinition } from '@app/domain';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../app/programme';
import { useKept } from '../../app/use-kept';
import { api } from '../../client';
import { Field } from '../field';
import { ProblemNotice } from '../problem-notice';
import { useRefreshed } from './use-refreshed';

interface EntryFormProps {
  readonly branchId: string;
  readonly dimensions: readonly DimensionDefinition[];
  readonly onDone: () => void;
}

const EMPTY = { dimension: null as string | null, description: '', mandatory: false };

/** A new line of the list. */
export function EntryForm({ branchId, dimensions, onDone }: EntryFormProps) {
  const { t } = useTranslation('parts');
  const dimensionName = useDimensionName();
  const [typed, keep, forget] = useKept(`problem.${branchId}`, EMPTY);
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/problems', {
    onSuccess: useRefreshed(() => {
      forget();
      onDone();
    }),
  });
  const { dimension, description, mandatory } = typed;
  return (
    <form
      className="panel form"
      aria-label={t('problem.enter')}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { branchId, dimension: dimension ?? '', description, mandatory, indicator: null };
        mutate({ body });
      }}
    >
      <Field id="problem-dimension" label={t('problem.dimension')} refused={{ error, pointer: '/dimension' }}>
        <Select
          id="problem-dimension"
          autoFocus
          value={dimension}
          options={dimensions.map(({ id }) => ({ value: id, label: dimensionName(id) }))}
          onChange={(value: string) => keep({ ...typed, dimension: value })}
        />
      </Field>
      <Field id="problem-description" label={t('problem.description')} refused={{ error, pointer: '/description' }}>
        <Input.TextArea
          id="problem-description"
          value={description}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          onChange={({ target }) => keep({ ...typed, description: target.value })}
        />
      </Field>
      <Checkbox checked={mandatory} onChange={({ target }) => keep({ ...typed, mandatory: target.checked })}>
        {t('problem.mandatoryLabel')}
      </Checkbox>
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('problem.enter')}
        </Button>
        <Button onClick={onDone}>{t('problem.cancel')}</Button>
      </div>
    </form>
  );
}
