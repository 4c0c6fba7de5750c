import Testing
import Verification
