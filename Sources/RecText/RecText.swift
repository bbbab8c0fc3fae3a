// RecText
