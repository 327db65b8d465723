import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { DatabaseSilent } from '../app/database-silent.ts'

/**
 * PostgreSQL as Kysely's own dialect has it, but every statement is prepared once a connection: planning the ledger's
 * statements costs as much as running them. Their texts are few, since lists travel as arrays and never as many parameters.
 */
export const preparedDialect = (pool: pg.Pool): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createDriver: () => createDriver(pool),
})

/** Names are never given to another text, so that a connection of any age agrees. */
const nameByText = new Map<string, string>()

function nameOf(text: string): string {
  const known = nameByText.get(text)
  if (known !== undefined) return known
  const name = `q${nameByText.size}`
  nameByText.set(text, name)
  return name
}

/**
 * Whose fault was it? PostgreSQL's own word has an SQLSTATE: of classes 08, 53 and 57P it lacks a connection, a resource (53100:
 * a disk) or itself; any other is a bug of ours. What is not its word comes from the connection.
 */
function told(error: unknown): never {
  const state = error instanceof pg.DatabaseError ? (error.code ?? '') : null
  if (state === '53100') throw new DatabaseSilent('storage-full', error)
  if (state === null || /^(08|53|57P)/.test(state)) throw new DatabaseSilent('database-silent', error)
  throw error
}

function notReached(error: unknown): never {
  throw new DatabaseSilent('database-silent', error)
}

type Held = { client: pg.PoolClient; connection: DatabaseConnection; isBroken: boolean }

function createDriver(pool: pg.Pool): Driver {
  const heldBy = new WeakMap<DatabaseConnection, Held>()

  const hold = (client: pg.PoolClient): Held => {
    const connection: DatabaseConnection = {
      executeQuery: async <R>({ sql: text, parameters }: CompiledQuery) => {
        const values = [...parameters]
        const { command, rowCount, rows } = await (values.length === 0
          ? client.query(text)
          : client.query({ name: nameOf(text), text, values })
        ).catch(told)
        // A transaction in which a statement failed is rolled back by COMMIT too, which then only says so in its tag.
        if (text === 'commit' && command !== 'COMMIT') throw new Error('the transaction was rolled back')
        const typed: R[] = rows
        return { numAffectedRows: BigInt(rowCount ?? 0), rows: typed }
      },
      streamQuery: () => {
        throw new Error('nothing here streams')
      },
    }
    return { client, connection, isBroken: false }
  }

  const held = (connection: DatabaseConnection): Held => {
    const found = heldBy.get(connection)
    if (!found) throw new Error('a connection of another driver')
    return found
  }

  const say = (connection: DatabaseConnection, text: string) =>
    connection.executeQuery(CompiledQuery.raw(text))

  return {
    init: async () => {},
    acquireConnection: async () => {
      const taken = hold(await pool.connect().catch(notReached))
      heldBy.set(taken.connection, taken)
      return taken.connection
    },
    releaseConnection: async (connection) => {
      const { client, isBroken } = held(connection)
      heldBy.delete(connection)
      client.release(isBroken)
    },
    beginTransaction: async (connection, { isolationLevel, accessMode }: TransactionSettings) => {
      const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : ''
      await say(connection, `start transaction${isolation}${accessMode ? ` ${accessMode}` : ''}`)
    },
    commitTransaction: async (connection) => {
      try {
        await say(connection, 'commit')
      } catch (error) {
        held(connection).isBroken = true
        throw error
      }
    },
    rollbackTransaction: async (connection) => {
      try {
        await say(connection, 'rollback')
      } catch (error) {
        held(connection).isBroken = true
        throw error
      }
    },
    destroy: async () => {},
  }
}
