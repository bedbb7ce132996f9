import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { MethodTest, MethodView } from '../../../../src/contract/sign-in-method.ts';
import { ApiError, asApiError } from '../../api/call.ts';
import { testIssuer } from '../../api/sign-in-methods.ts';
import { text } from '../../text/en.ts';
import { CheckField, TextField } from '../fields.tsx';
import { Notice } from '../notice.tsx';

type Outcome =
  | { readonly state: 'none' | 'asking' }
  | { readonly state: 'told'; readonly result: Pick<MethodTest, 'ok' | 'message' | 'endSessionEndpoint'> };

/** The issuer's address, and what it says when it is asked. */
export function IssuerFields({ method }: { readonly method?: MethodView }) {
  const [issuer, setIssuer] = useState(method?.issuer ?? '');
  const [internal, setInternal] = useState(method?.internal ?? false);
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const test = async (): Promise<void> => {
    setOutcome({ state: 'asking' });
    try {
      setOutcome({ state: 'told', result: await testIssuer(issuer.trim(), internal) });
    } catch (error) {
      setOutcome({
        state: 'told',
        result: { ok: false, message: asApiError(error).message, endSessionEndpoint: null },
      });
    }
  };
  return (
    <Stack gap="sm">
      <TextField
        label={text.methods.issuer}
        hint={text.methods.issuerHint}
        name="issuer"
        type="url"
        required
        maxLength={500}
        value={issuer}
        onChange={(event) => {
          setIssuer(event.currentTarget.value);
          setOutcome({ state: 'none' });
        }}
        autoComplete="off"
        placeholder="https://login.example.com"
      />
      <CheckField
        label={text.methods.internal}
        hint={text.methods.internalHint}
        name="internal"
        checked={internal}
        onChange={(event) => setInternal(event.currentTarget.checked)}
      />
      <div>
        <Button
          variant="default"
          size="compact-md"
          loading={outcome.state === 'asking'}
          disabled={!URL.canParse(issuer.trim())}
          onClick={() => void test()}
        >
          {text.methods.test}
        </Button>
      </div>
      <div role="status" className="live">
        {outcome.state === 'told' && (
          <Notice
            kind={outcome.result.ok ? 'success' : 'error'}
            title={outcome.result.ok ? text.methods.works : text.methods.fails}
          >
            {outcome.result.message}{' '}
            {outcome.result.ok &&
              (outcome.result.endSessionEndpoint === null ? text.methods.noSignOut : text.methods.takesSignOut)}
          </Notice>
        )}
      </div>
    </Stack>
  );
}

/** `allowedDomains[1]` is the field `allowedDomains`. */
export function blameField(error: unknown): never {
  if (!(error instanceof ApiError) || error.param === null) throw error;
  const param = error.param.replace(/[[.].*$/, '');
  throw new ApiError(error.status, { message: error.message, code: error.code, param });
}
