# to be confirmed by a native speaker
link-party = អង្គភាពជាប់កិច្ចព្រមព្រៀង
link-met-by = បំពេញដោយ
link-replaced-by = ជំនួសដោយ
link-agreed-by = ព្រមព្រៀងដោយ
link-held-again = បានធ្វើម្តងទៀត
