package neo4j

import (
	"context"
	"errors"
	"slices"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// takeTurn holds a lock until the transaction ends: that of an id which no article
// ever has. Nothing is left of it.
//
// Writers share entities and meetings, whose properties are derived from what all
// articles say of them. Two at a time would each derive them without the other's
// article, or take out what the other has just found; a server lets each transaction
// see what others have committed in its midst. So they take turns. Together they
// would not be faster: they wait for the same entities, and deadlock.
const takeTurn = "MERGE (lock:Article {id: 'newsgraph:turn'}) DELETE lock"

// inTurn runs work in a transaction, alone among those that write, until it is
// committed for certain: work must be such that it can be done twice.
func (c *Client) inTurn(ctx context.Context, work driver.ManagedTransactionWork) (done any, err error) {
	session := c.session(ctx)
	defer session.Close(ctx)
	err = again(ctx, func() error {
		done, err = session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
			if err := execute(ctx, tx, takeTurn); err != nil {
				return nil, err
			}
			return work(tx)
		})
		return err
	})
	return done, err
}

// ask runs work, which changes nothing, in a transaction.
func (c *Client) ask(ctx context.Context, work driver.ManagedTransactionWork) error {
	session := c.reading(ctx)
	defer session.Close(ctx)
	return again(ctx, func() error {
		_, err := session.ExecuteRead(ctx, work)
		return err
	})
}

func execute(ctx context.Context, tx driver.ManagedTransaction, text string) error {
	result, err := tx.Run(ctx, text, nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	return err
}

// pause is how long again waits before it tries again.
const pause = time.Second

// again does what passes, until it is done or patience ends. The driver itself
// tries again where it is certain that nothing was committed.
func again(ctx context.Context, try func() error) error {
	for start := time.Now(); ; {
		err := try()
		if err == nil || !passes(err) || time.Since(start) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// passing are the codes of faults that pass, but that the driver does not take for
// such: another has just created the same index, what was found is gone when it is
// read, or the server is stopping.
var passing = []string{
	"Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
	"Neo.ClientError.Statement.EntityNotFound",
	"Neo.ClientError.Transaction.LockClientStopped",
	"Neo.ClientError.Transaction.Terminated",
	"Neo.ClientError.Transaction.TransactionNotFound",
}

// passes says whether the same may succeed later. It may where the connection broke
// while a transaction was committed, since all that we write can be written twice.
func passes(err error) bool {
	if server := (*driver.Neo4jError)(nil); errors.As(err, &server) {
		return slices.Contains(passing, server.Code)
	}
	return driver.IsConnectivityError(err)
}
