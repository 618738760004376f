// The buttons once the schools have reported, disturbed in every way.
import { describeFaults } from "./action-faults";

describeFaults(["collect", "feedback", "repayment-rollup", "exception-rollup", "circular", "report"]);
