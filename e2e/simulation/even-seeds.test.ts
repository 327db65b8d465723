import './virtual-globals.ts'
import { testHalf } from './range.ts'

testHalf(0)
