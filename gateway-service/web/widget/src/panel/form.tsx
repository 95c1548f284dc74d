import { Problem } from '@parlor/client';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore, useSurroundings } from './context';
import { Banner, CloseButton, Icon, IconButton, useReason } from './parts';
import { asked, type Errors, errorsOf, type Field, FIELDS, firstBad, type Values } from './rules';

const INPUTS = {
  name: { type: 'text', autocomplete: 'name', maxLength: 80 },
  email: { type: 'email', autocomplete: 'email', maxLength: 254 },
  phone: { type: 'tel', autocomplete: 'tel', maxLength: 32 },
} as const;

export function StartForm() {
  const { visit, texts, locale } = useSurroundings();
  const { settings, guest } = useStore(visit);
  const ask = asked(settings.form);
  const [values, setValues] = useState<Values>({
    name: guest?.name ?? '',
    email: guest?.email ?? '',
    phone: '',
    message: '',
  });
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: Field | undefined) =>
    field && form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();

  useLayoutEffect(() => focus(FIELDS.find((field) => ask[field] !== 'off' && !values[field])), []);

  const change = (field: Field, value: string) => {
    setValues({ ...values, [field]: value });
    if (errors[field]) setErrors({ ...errors, [field]: undefined });
  };

  const refuse = (found: Errors) => {
    setErrors(found);
    focus(firstBad(found));
  };

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const found = errorsOf(values, ask, texts);
    if (firstBad(found)) return refuse(found);
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setRefusal(undefined);
    try {
      await visit.begin({ ...filled(values), language: locale });
    } catch (cause) {
      const problem = cause instanceof Problem ? cause : new Problem('other', '');
      const fields = problem.errors.filter(({ field }) => FIELDS.includes(field as Field));
      setRefusal(fields.length ? 'invalid' : problem.code);
      refuse(Object.fromEntries(fields.map(({ field, message }) => [field, message])));
      sending.current = false;
      setBusy(false);
    }
  }

  return (
    <div class="screen form-screen">
      <FormHeader />
      <form ref={form} class="form" noValidate onSubmit={submit} aria-busy={busy}>
        <div class="form-body">
          {refusal && <Refusal code={refusal} errors={errors} onDismiss={() => setRefusal(undefined)} />}
          <p class="lead">{settings.online === false ? texts.formIntroOffline : texts.formIntro}</p>
          {FIELDS.filter((field) => ask[field] !== 'off').map((field) => (
            <FormField
              key={field}
              field={field}
              value={values[field]}
              error={errors[field]}
              required={ask[field] === 'required'}
              onChange={change}
            />
          ))}
        </div>
        <div class="form-foot">
          <button type="submit" class="primary" aria-disabled={busy}>
            <span>{busy ? texts.sending : texts.send}</span>
            {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name="arrow" />}
          </button>
        </div>
      </form>
    </div>
  );
}

function FormHeader() {
  const { visit, texts } = useSurroundings();
  const back = () => visit.show(visit.live ? 'conversation' : 'welcome');
  return (
    <header class="bar">
      <IconButton label={texts.back} onClick={back}>
        <Icon name="back" />
      </IconButton>
      <h1 class="bar-title">{texts.formTitle}</h1>
      <CloseButton />
    </header>
  );
}

function filled({ name, email, phone, message }: Values) {
  const page = location.href.split('#')[0] ?? '';
  return {
    name: name.trim(),
    ...(email.trim() && { email: email.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(message.trim() && { message: message.trim() }),
    page,
  };
}

function Refusal({ code, errors, onDismiss }: { code: string; errors: Errors; onDismiss: () => void }) {
  const said = useReason(code);
  const first = firstBad(errors);
  return <Banner onDismiss={onDismiss}>{(first && errors[first]) || said}</Banner>;
}

interface FieldProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly onChange: (field: Field, value: string) => void;
}

function FormField({ field, value, error, required, onChange }: FieldProps) {
  const { texts } = useSurroundings();
  const shared = {
    id: `parlor-${field}`,
    name: field,
    value,
    dir: field === 'message' || field === 'name' ? 'auto' : 'ltr',
    'aria-required': required,
    'aria-invalid': error !== undefined,
    'aria-describedby': error ? `parlor-${field}-error` : undefined,
    onInput: (event: Event) => onChange(field, (event.target as HTMLInputElement).value),
  } as const;
  return (
    <div class="field">
      <label for={shared.id}>
        {texts[field]}
        {!required && <span class="optional">{texts.optional}</span>}
      </label>
      {field === 'message' ? <textarea {...shared} rows={3} /> : <input {...shared} {...INPUTS[field]} />}
      {error && (
        <p class="error" id={`parlor-${field}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </div>
  );
}
