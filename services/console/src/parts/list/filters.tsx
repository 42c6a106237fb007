import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { api } from '../../client';
import { useWords } from '../../words/words';
import type { Names } from './lines';
import type { Filter, ListSearch } from './list';

interface FiltersProps {
  readonly filters: readonly Filter[];
  readonly search: ListSearch;
  readonly names: Names;
  readonly onChange: (change: ListSearch) => void;
}

/** What the list is narrowed by; what is rarely asked for shows where it is set, or on demand. */
export function Filters({ filters, search, names, onChange }: FiltersProps) {
  const { t } = useTranslation('parts');
  const [isAll, setAll] = useState(false);
  const isSet = ({ name }: Filter) => search[name] !== undefined;
  const shown = filters.filter((filter) => isAll || !filter.isRare || isSet(filter));
  const none = Object.fromEntries(filters.map(({ name }) => [name, undefined]));
  return (
    <div className="filters" role="search" aria-label={t('filters')}>
      {shown.map((filter) => (
        <FilterField
          key={filter.name}
          filter={filter}
          value={search[filter.name]}
          names={names}
          onChange={(value) => onChange({ [filter.name]: value })}
        />
      ))}
      <span className="filter-tools">
        {shown.length < filters.length && (
          <Button type="link" onClick={() => setAll(true)}>
            {t('moreFilters')}
          </Button>
        )}
        {filters.some(isSet) && (
          <Button type="link" onClick={() => onChange(none)}>
            {t('noFilters')}
          </Button>
        )}
      </span>
    </div>
  );
}

interface FieldProps {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly names: Names;
  readonly onChange: (value: string | undefined) => void;
}

function FilterField({ filter, value, names, onChange }: FieldProps) {
  const { t } = useTranslation('parts');
  const id = useId();
  const label = t(`filter.${filter.label ?? filter.name}`);
  if (filter.kind === 'branch' && value === undefined) return null;
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {filter.kind === 'search' ? (
        <SearchField {...{ id, value, onChange }} />
      ) : (
        <Choice id={id} filter={filter} value={value} names={names} onChange={onChange} />
      )}
    </div>
  );
}

/** What is typed is asked for with Enter; an address that says otherwise is followed, and the focus stays. */
function SearchField({ id, value = '', onChange }: Pick<FieldProps, 'value' | 'onChange'> & { readonly id: string }) {
  const { t } = useTranslation('parts');
  const [typed, type] = useState(value);
  const [asked, setAsked] = useState(value);
  if (asked !== value) {
    setAsked(value);
    type(value);
  }
  return (
    <Input.Search
      id={id}
      allowClear
      value={typed}
      placeholder={t('searchHint')}
      onChange={({ target }) => type(target.value)}
      onSearch={(words) => onChange(words.trim() || undefined)}
    />
  );
}

function Choice({ id, filter, value, names, onChange }: FieldProps & { readonly id: string }) {
  const { t } = useTranslation('parts');
  const [typed, setTyped] = useState('');
  const options = useOptions(filter, typed);
  const known = options.some((option) => option.value === value);
  const current = value === undefined || known ? [] : [{ value, label: names[value]?.name ?? t('chosen') }];
  return (
    <Select
      id={id}
      allowClear
      showSearch={
        filter.kind === 'organisation' ? { filterOption: false, onSearch: setTyped } : { optionFilterProp: 'label' }
      }
      placeholder={t('all')}
      value={value}
      options={[...current, ...options]}
      popupMatchSelectWidth={false}
      onChange={(chosen?: string) => onChange(chosen)}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const OPTIONS = 50;

function useOptions(filter: Filter, typed: string): Option[] {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { kind } = filter;
  const campaignId = useCampaignId();
  const { data: campaign } = useCampaign();
  const organisations = api.useQuery(
    'get',
    '/api/v1/organisations',
    { params: { query: { campaignId, limit: OPTIONS, ...(typed && { q: typed }) } } },
    { enabled: kind === 'organisation' },
  );
  const areas = api.useQuery(
    'get',
    '/api/v1/areas',
    { params: { query: { campaignId, limit: OPTIONS } } },
    { enabled: kind === 'area' },
  );
  const named = (bodies: { readonly items: readonly { readonly id: string; readonly name: string }[] } | undefined) =>
    (bodies?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  switch (kind) {
    case 'organisation':
      return named(organisations.data);
    case 'area':
      return named(areas.data);
    case 'year':
      return (campaign?.rounds ?? []).map(({ year }) => ({ value: String(year), label: t('ofYear', { year }) }));
    case 'flag':
      return (['true', 'false'] as const).map((is) => ({ value: is, label: t(is === 'true' ? 'yes' : 'no') }));
    case 'choice':
      return Object.entries(filter.words).map(([code, words]) => ({ value: code, label: say(words) }));
    default:
      return [];
  }
}
