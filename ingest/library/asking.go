package library

import (
	"context"
	"database/sql"
)

// asking asks a library, within a change or beside it, with statements that it
// prepares once.
type asking struct {
	ctx context.Context
	on  interface {
		PrepareContext(context.Context, string) (*sql.Stmt, error)
	}
	prepared map[string]*sql.Stmt
}

// statement prepares a statement, once. It fails where the context has ended: the
// statements themselves aren't watched, which would cost more than most of them.
func (a *asking) statement(text string) (*sql.Stmt, error) {
	if err := a.ctx.Err(); err != nil {
		return nil, err
	}
	if s, ok := a.prepared[text]; ok {
		return s, nil
	}
	s, err := a.on.PrepareContext(context.WithoutCancel(a.ctx), text)
	if err == nil {
		a.prepared[text] = s
	}
	return s, err
}

func (a *asking) exec(text string, args ...any) error {
	s, err := a.statement(text)
	if err == nil {
		_, err = s.Exec(args...)
	}
	return err
}

// one scans the only row of a query.
func (a *asking) one(to []any, text string, args ...any) error {
	s, err := a.statement(text)
	if err == nil {
		err = s.QueryRow(args...).Scan(to...)
	}
	return err
}

// column returns the first column of a query.
func column[T any](a *asking, text string, args ...any) ([]T, error) {
	return list(a, func(to *T) []any { return []any{to} }, text, args...)
}

// pairs returns the two columns of a query.
func (a *asking) pairs(text string, args ...any) ([][2]string, error) {
	return list(a, func(to *[2]string) []any { return []any{&to[0], &to[1]} }, text, args...)
}

// list returns the rows of a query, each scanned into what to names of it.
func list[T any](a *asking, to func(*T) []any, text string, args ...any) (all []T, err error) {
	s, err := a.statement(text)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var x T
		if err := rows.Scan(to(&x)...); err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, rows.Err()
}
