/// A postmortem in which people wrote answers in other shapes than the guide's.
enum HandWritten {
    static let text = """
        # Incident Postmortem: Gates answered 5XX

        ## Incident Summary

        - **Date:** 2026-03-02
        - **Severity:** High

        ### Quick Summary

        [A short overview of what happened]

        **Example:**
        On a Monday the lifts stood still for an hour.

        ## Timeline of Events

        | Time | Event | Action Taken | Actor |
        |---|---|---|---|
        | 13:55 | Gates updated <!-- debrief:keep vague said so --> | - | pipeline |
        | 14:20 | Gates closed | - | gates |

        ## Root Cause Analysis

        ### The Five Whys

        **Problem Statement:** Gates stood still

        1. **What made "gates stood still" possible?**
           - one key

             It had a year.

        ### Root Cause

        ### Contributing Factors

        1. **F1 Key:** one key for all gates

        ### Fishbone Diagram (Ishikawa)

        - **People**
          - two on call
            - one of them on the train
        - **Technology**
          - one key <!-- debrief:keep vague it is one -->

        ## What Went Well

        ### Successes During the Incident

        Everyone kept calm.

        ## Lessons Learned

        1. **Keys:** a key has a date

        ## Supporting Data

        ### Relevant Logs

            [2026-03-02 14:20] ERROR refused
              retried once

        Cut at the hour the gates were closed.
        The rest is on the log server.

        ## Prevention Measures

        ### Technical Improvements

        1. **Testing:** add contract tests

        ## Sign-off

        | Role | Name | Date | Signature |
        | --- | --- | --- | --- |
        | Incident Commander | Ana Ruiz | 2026-03-03 | Approved |
        | Engineering Lead | [Name] | YYYY-MM-DD | Approved |

        ## Continuous Improvement

        ### Postmortem Effectiveness

        - read by both teams

        """
}
