type TrustedTypes = { readonly createPolicy: <R>(name: string, rules: R) => R };

/**
 * Makes the page's one way to add code of this sort (Trusted Types), or gives the rules as they are to browsers that do not
 * know of that. The page's policy lets each be made one time only: called at once, nobody who comes later can make it.
 */
export function createTrusted<R>(name: string, rules: R): R {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(name, rules) ?? rules;
}
