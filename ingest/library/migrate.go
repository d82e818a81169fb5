package library

import (
	"context"
	"database/sql"
	"embed"
	"fmt"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// schema has a script for each version, which makes it of the version before,
// and one for the views, which every version makes anew.
//
//go:embed schema/*.sql
var schema embed.FS

const (
	// version is the one of the tables and views that this program knows.
	version = 4
	// mark says of a file of SQLite that it is a library: "ngra".
	mark = 0x6e677261
)

// migrate brings the file to the version that this program knows, whole or not
// at all. It refuses what another program, or a newer one, made.
func migrate(ctx context.Context, db *sql.DB) error {
	found, err := foundVersion(ctx, db)
	if err != nil || found == version {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for n := found + 1; n <= version; n++ {
		if err := script(ctx, tx, fmt.Sprintf("schema/%d.sql", n)); err != nil {
			return err
		}
	}
	if err := script(ctx, tx, "schema/views.sql"); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", mark, version)); err != nil {
		return err
	}
	return tx.Commit()
}

func script(ctx context.Context, tx *sql.Tx, name string) error {
	text, err := schema.ReadFile(name)
	if err == nil {
		_, err = tx.ExecContext(ctx, string(text))
	}
	return err
}

// foundVersion returns the version of the file, 0 of an empty one.
func foundVersion(ctx context.Context, db *sql.DB) (found int, err error) {
	var id, tables int
	if err := db.QueryRowContext(ctx, "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id, pragma_user_version").Scan(&id, &found, &tables); err != nil {
		return 0, err
	}
	switch {
	case id == mark && found > version:
		return 0, hint.Add(fmt.Errorf("was made by a newer newsgraph: it has version %d, and this program knows %d", found, version), "use the newer program; nothing was changed")
	case id != mark && tables > 0:
		return 0, hint.Add(errOther, "name another file")
	}
	return found, nil
}
