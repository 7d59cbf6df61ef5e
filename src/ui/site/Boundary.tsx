import { Component, type ReactNode } from 'react';
import { siteText } from '../../messages/site.ts';

interface BoundaryProps {
  readonly children?: ReactNode;
  /** Called before what is inside is rendered anew. */
  readonly onRetry?: () => void;
}

/** Where what is inside cannot be fetched or rendered, says so in its place and offers to try again. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { children, onRetry } = this.props;
    if (!this.state.hasFailed) return children;
    const retry = () => {
      onRetry?.();
      this.setState({ hasFailed: false });
    };
    return (
      <p className="mishap" role="alert">
        {siteText('partMissing')}{' '}
        <button type="button" onClick={retry}>
          {siteText('tryAgain')}
        </button>
      </p>
    );
  }
}
