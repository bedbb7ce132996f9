import classes from './email.module.css';

/** An address that breaks before its host, where it must. */
export function Email({ address }: { readonly address: string }) {
  const at = address.indexOf('@');
  if (at < 0) return address;
  return (
    <span className={classes.address}>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}
