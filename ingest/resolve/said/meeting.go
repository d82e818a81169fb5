package said

// setMeeting sets the meeting at which a statement was made.
func (m *maker) setMeeting(st *said) {}

// confidence returns the probability that a statement is one and its speaker
// is right.
func (m *maker) confidence(st *said) float64 {
	return hundredths(st.frame.P * st.Decisions[0].Confidence)
}
